"""The greatest total likeness of pairs, as SciPy finds it: one number a line for each matrix of likenesses on standard input."""

import json
import sys

import numpy
from scipy.optimize import linear_sum_assignment

for line in sys.stdin:
    likeness = numpy.array(json.loads(line), float)
    if likeness.size == 0:
        print(0.0)
        continue
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    print(repr(float(likeness[rows, columns].sum())))
