"""What crowd-kit's Dawid–Skene makes of ratings: of each case on standard input, [[task, annotator, category] …], the probability
of each category by task, one JSON list a line."""

import json
import sys

import pandas
from crowdkit.aggregation import DawidSkene

for line in sys.stdin:
    data = pandas.DataFrame(json.loads(line), columns=["task", "worker", "label"])
    found = DawidSkene(n_iter=100).fit_predict_proba(data)
    found = found.reindex(sorted(found.index)).reindex(columns=sorted(found.columns))
    print(json.dumps(found.to_numpy().tolist()))
