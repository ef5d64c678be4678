"""What crowd-kit makes of ratings: of each case on standard input the probability of each category by task, one JSON list a line.
Without arguments by Dawid–Skene, of [[task, annotator, category] …]; with `mace` by MACE, of {"ratings": …, "guesses": …,
"habits": …}, where the last two are where its run begins."""

import json
import sys

import numpy
import pandas
from crowdkit.aggregation import MACE, DawidSkene

COLUMNS = ["task", "worker", "label"]


def dawid_skene(case):
    return DawidSkene(n_iter=100).fit_predict_proba(pandas.DataFrame(case, columns=COLUMNS))


def mace(case):
    data = pandas.DataFrame(case["ratings"], columns=COLUMNS)
    # The library holds counts by sorted names and parameters by first appearance: here the two are one.
    data["worker"], workers = pandas.factorize(data["worker"])
    data["label"], labels = pandas.factorize(data["label"])

    class Begun(MACE):
        def _initialize(self, n_workers, n_labels):
            super()._initialize(n_workers, n_labels)
            self.spamming_ = numpy.array(case["guesses"])[workers]
            self.thetas_ = numpy.array(case["habits"])[workers][:, labels]

    found = Begun(n_restarts=1).fit_predict_proba(data)
    return found.rename(columns=dict(enumerate(labels)))


judged = mace if sys.argv[1:] == ["mace"] else dawid_skene
for line in sys.stdin:
    found = judged(json.loads(line))
    found = found.reindex(sorted(found.index)).reindex(columns=sorted(found.columns))
    print(json.dumps(found.to_numpy().tolist()))
