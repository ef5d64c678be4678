"""What pygamma-agreement says of the same units: one JSON answer a line for each case on standard input.

A case is {"annotators": [[[start, end, category] …] …], "gamma": true | false}. The disorder is that of the best alignment,
summed; γ is given where it is asked for, with units shuffled as in Mathet, Widlöcher and Métivier (2015).
"""

import json
import logging
import os
import sys
import warnings

import numpy
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, ShuffleContinuumSampler

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
numpy.random.seed(1)

DISSIMILARITY = CombinedCategoricalDissimilarity(alpha=1, beta=1, delta_empty=1)


def judge(case):
    continuum = Continuum()
    for number, units in enumerate(case["annotators"]):
        continuum.add_annotator(f"a{number}")
        for start, end, category in units:
            continuum.add(f"a{number}", Segment(start, end), str(category))
    best = continuum.get_best_alignment(DISSIMILARITY)
    answer = {"disorder": float(best.disorder * continuum.avg_num_annotations_per_annotator), "gamma": None}
    if case["gamma"]:
        sampler = ShuffleContinuumSampler()
        answer["gamma"] = float(continuum.compute_gamma(DISSIMILARITY, 30, 0.02, sampler=sampler).gamma)
    return answer


# The solver of the library talks on standard output.
answers = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), file=answers)
answers.close()
