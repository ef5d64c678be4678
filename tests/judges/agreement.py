"""What the libraries of the field say of the same annotations: one JSON answer a line for each case on standard input.

A case is {"tokens": N, "characters": N, "raters": [null | {"tags": [IOB2 …], "spans": [[start, end, label] …]} …]}, spans
in characters. A coefficient that is undefined is null.
"""

import json
import math
import sys
import warnings
from itertools import combinations

import krippendorff
import numpy
from nervaluate import Evaluator
from seqeval.metrics import f1_score
from seqeval.scheme import IOB2
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.filterwarnings("ignore")


def defined(value):
    value = float(value)
    return None if math.isnan(value) else value


def number(rows):
    """Categories as numbers; a missing annotator stays missing."""
    names = sorted({name for row in rows if row is not None for name in row})
    return [None if row is None else [names.index(name) for name in row] for row in rows], len(names)


def alpha(rows):
    coded, names = number(rows)
    if sum(row is not None for row in coded) < 2 or names < 2:
        return None
    width = max(len(row) for row in coded if row is not None)
    data = [[numpy.nan] * width if row is None else row for row in coded]
    return defined(krippendorff.alpha(reliability_data=numpy.array(data, float), level_of_measurement="nominal"))


def fleiss(rows):
    # Whoever rated it: Fleiss' raters differ from subject to subject.
    coded, names = number([row for row in rows if row is not None])
    if len(coded) < 2 or names < 2:
        return None
    table, _ = aggregate_raters(numpy.array(coded).T, n_cat=names)
    return defined(fleiss_kappa(table))


def cohen(one, other):
    if one is None or other is None:
        return None
    return defined(cohen_kappa_score(one, other))


def characters(rater, length):
    if rater is None:
        return None
    row = [""] * length
    for start, end, label in rater["spans"]:
        row[start:end] = [label] * (end - start)
    return row


def alpha_u(raters, length):
    """αᵤ of Krippendorff 2004, read off the formula: every section against every other."""
    raters = [rater for rater in raters if rater is not None]
    if len(raters) < 2:
        return None
    m = len(raters)
    labels = sorted({label for rater in raters for _, _, label in rater["spans"]})
    observed = expected = 0.0
    for label in labels:
        sections = []
        for rater in raters:
            own, at = [], 0
            for start, end, _ in sorted(span for span in rater["spans"] if span[2] == label):
                if at < start:
                    own.append((at, start, 0))
                own.append((start, end, 1))
                at = end
            if at < length:
                own.append((at, length, 0))
            sections.append(own)
        for i in range(m):
            for j in range(m):
                for b, e, v in sections[i] if i != j else []:
                    for c, f, w in sections[j]:
                        if v and w and b < f and c < e:
                            observed += (b - c) ** 2 + (e - f) ** 2
                        elif v and not w and c <= b and e <= f:
                            observed += (e - b) ** 2
                        elif w and not v and b <= c and f <= e:
                            observed += (f - c) ** 2
        every = [section for own in sections for section in own]
        lengths = [e - b for b, e, v in every if v]
        gaps = [e - b for b, e, v in every if not v]
        total = sum(
            (len(lengths) - 1) / 3 * (2 * l**3 - 3 * l**2 + l)
            + l**2 * sum(gap - l + 1 for gap in gaps if gap >= l)
            for l in lengths
        )
        room = m * length * (m * length - 1) - sum(l * (l - 1) for l in lengths)
        expected += 2 / length * total / room if room else 0.0
    if not expected:
        return None
    return 1 - observed / (m * (m - 1) * length**2) / expected


def exact_f1(one, other):
    if one is None or other is None or not (one["spans"] or other["spans"]):
        return None
    value = f1_score([one["tags"]], [other["tags"]], mode="strict", scheme=IOB2, zero_division=0)
    labels = sorted({span[2] for rater in (one, other) for span in rater["spans"]})
    overall = Evaluator([one["tags"]], [other["tags"]], tags=labels, loader="list").evaluate()["overall"]
    assert abs(overall["strict"].f1 - value) < 1e-9, "the libraries differ among themselves"
    return float(value)


def overlap_f1(one, other):
    """Where spans of one label overlap one to one, so that there is nothing to choose; else "several"."""
    if one is None or other is None or not (one["spans"] or other["spans"]):
        return None
    correct = 0
    for label in sorted({span[2] for rater in (one, other) for span in rater["spans"]}):
        mine, theirs = ([s for s in rater["spans"] if s[2] == label] for rater in (one, other))
        meets = lambda a, b: a[0] < b[1] and b[0] < a[1]
        if any(sum(meets(a, b) for b in theirs) > 1 for a in mine):
            return "several"
        if any(sum(meets(a, b) for a in mine) > 1 for b in theirs):
            return "several"
        only = lambda tags: [tag if tag[2:] == label else "O" for tag in tags]
        judge = Evaluator([only(one["tags"])], [only(other["tags"])], tags=[label], loader="list")
        correct += judge.evaluate()["overall"]["ent_type"].correct
    return 2 * correct / (len(one["spans"]) + len(other["spans"]))


def judge(case):
    raters = case["raters"]
    # A tag without its position is the category of a token.
    tokens = [None if rater is None else [tag[2:] for tag in rater["tags"]] for rater in raters]
    places = [characters(rater, case["characters"]) for rater in raters]
    pairs = list(combinations(range(len(raters)), 2))
    return {
        "alpha": alpha(tokens),
        "alpha_characters": alpha(places),
        "fleiss": fleiss(tokens),
        "fleiss_characters": fleiss(places),
        "cohen": [cohen(tokens[a], tokens[b]) for a, b in pairs],
        "cohen_characters": [cohen(places[a], places[b]) for a, b in pairs],
        "alpha_u": alpha_u(raters, case["characters"]),
        "exact": [exact_f1(raters[a], raters[b]) for a, b in pairs],
        "overlap": [overlap_f1(raters[a], raters[b]) for a, b in pairs],
    }


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))))
