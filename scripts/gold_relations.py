"""What must hold between the figures of a gold file, by the contract alone.

Written apart from the program and without its tables, so that what it can find is measured against
something else than itself. A relation is taken only where it holds as the report stands: then a
changed numeral that breaks it is a mistake that a reader with a calculator would find.
"""
import collections
import itertools
from fractions import Fraction

# Members that together make up a whole, from the contract's dimensions.csv.
COVERING = {
    "sex": [{"female", "male"}],
    "status": [{"official", "probationary"}],
    "ethnicity": [{"kinh", "minority"}],
    "reason": [{"struck_off", "resigned", "expelled"}],
    "form": [{"reprimand", "warning", "dismissal", "expulsion"}, {"reprimand", "warning"}],
    "grade": [{"excellent", "good", "satisfactory", "failed"}, {"good", "satisfactory"},
              {"excellent", "good", "satisfactory"}],
}
# Stocks are counted on a day, flows over a span; a mean has a fraction though it counts persons.
BALANCE = ("members", ["admissions", "transfers_in"], ["transfers_out", "deaths", "removals"])


class Figure:
    """One gold fact with exact numbers; `place` is its numeral's (line, text, nth)."""

    def __init__(self, gold, unit):
        self.gold = gold
        self.place = (gold["line"], gold["text"], gold.get("nth", 1))
        self.value = Fraction(str(gold["value"]))
        self.upper = Fraction(str(gold.get("upper", gold["value"])))
        self.decimals = len(gold["text"].split(",")[1]) if "," in gold["text"] else 0
        self.unit = gold.get("unit", unit)
        self.statistic = gold.get("statistic", "total")
        self.nature = gold.get("nature", "actual")
        self.qualifier = gold.get("qualifier", "exact")
        self.dimensions = gold.get("dimensions", {})
        entity = gold.get("entity") or ""
        self.entity = entity[0] if isinstance(entity, list) else entity
        self.period = freeze(gold.get("period"))
        self.isCount = (self.unit not in ("percent", "years", "ratio")
                        and self.statistic == "total" and "per" not in gold)

    def key(self, **changes):
        """Every aspect but the value; `changes` replaces some."""
        aspects = dict(concept=self.gold["concept"], unit=self.unit, statistic=self.statistic,
                       nature=self.nature, per=self.gold.get("per"), entity=self.entity,
                       period=self.period, dimensions=freeze(self.dimensions),
                       of=freeze(self.gold.get("of")), base=freeze(self.gold.get("base")))
        aspects.update(changes)
        return tuple(sorted(aspects.items(), key=lambda item: item[0]))

    def interval(self, value=None):
        """The contract's tolerance: a pair of bounds, None where there is none."""
        low = self.value if value is None else value
        high = self.upper if value is None else value
        measured = self.unit in ("percent", "years", "ratio") or self.statistic in ("average", "index")
        if self.qualifier == "exact":
            half = Fraction(1, 2 * 10 ** self.decimals) if measured else 0
            return low - half, high + half
        if self.qualifier == "about":
            digits, half = low, Fraction(1, 2 * 10 ** self.decimals)
            while self.decimals == 0 and digits and digits % 10 == 0:
                digits, half = digits / 10, half * 10
            return low - half, high + half
        if self.qualifier == "nearly":
            return low * Fraction(9, 10), low
        return (low, None) if self.qualifier in ("more_than", "at_least") else (None, high)


def freeze(value):
    if isinstance(value, dict):
        return tuple(sorted((k, freeze(v)) for k, v in value.items()))
    return value


def meet(a, b):
    return ((a[0] is None or b[1] is None or a[0] <= b[1])
            and (b[0] is None or a[1] is None or b[0] <= a[1]))


def add(intervals):
    lows, highs = zip(*intervals)
    return (None if None in lows else sum(lows), None if None in highs else sum(highs))


class Relation:
    """Figures and what must hold of them; `holds(values)` takes the values by figure."""

    def __init__(self, kind, figures, test):
        self.kind, self.figures, self.test = kind, figures, test

    def holds(self, values):
        return self.test(*(values[f] for f in self.figures))


def near(figures, to):
    return sorted(figures, key=lambda f: (abs(f.place[0] - to.place[0]), f.place))


def relations(figures):
    """All relations that hold of the figures as they stand."""
    index = collections.defaultdict(list)
    for figure in figures:
        if figure.period is not None:
            index[figure.key()].append(figure)
    values = {f: f.value for f in figures}
    found = (list(restatements(index)) + list(sums(index, figures)) + list(series(figures))
             + list(parts(index, figures)) + list(shares(index, figures)) + list(growths(index, figures))
             + list(means(index, figures)) + list(balances(index, figures)) + list(wholes(figures)))
    return [r for r in found if r.holds(values)]


def restatements(index):
    for copies in index.values():
        for a, b in zip(copies, copies[1:]):
            if a.place != b.place:
                yield Relation("restatement", (a, b),
                               lambda x, y, a=a, b=b: meet(a.interval(x), b.interval(y)))


def total(whole, terms):
    return Relation("sum", (whole, *terms),
                    lambda w, *ts: meet(whole.interval(w), add([p.interval(t) for p, t in zip(terms, ts)])))


def sums(index, figures):
    for whole in figures:
        if not whole.isCount or whole.period is None:
            continue
        for dimension, readings in COVERING.items():
            if dimension in whole.dimensions:
                continue
            for members in readings:
                terms = []
                for member in sorted(members):
                    key = whole.key(dimensions=freeze({**whole.dimensions, dimension: member}))
                    terms += near([f for f in index[key] if f.isCount], whole)[:1]
                if len(terms) == len(members):
                    yield total(whole, terms)


def series(figures):
    spans = collections.defaultdict(list)
    for figure in figures:
        if figure.isCount and isinstance(figure.period, tuple) and len(figure.period) == 2:
            spans[figure.key(period=None)].append(figure)
    for members in spans.values():
        for whole in members:
            first, last = dict(whole.period)["start"], dict(whole.period)["end"]
            if not (first.endswith("01-01") and last.endswith("12-31")) or first[:4] == last[:4]:
                continue
            terms = []
            for year in range(int(first[:4]), int(last[:4]) + 1):
                span = (("end", f"{year}-12-31"), ("start", f"{year}-01-01"))
                terms += near([f for f in members if f.period == span], whole)[:1]
            if len(terms) == int(last[:4]) - int(first[:4]) + 1:
                yield total(whole, terms)


def parts(index, figures):
    for part in figures:
        if not part.isCount or part.period is None or "rated" in part.dimensions:
            continue
        for dimension in part.dimensions:
            rest = {k: v for k, v in part.dimensions.items() if k != dimension}
            for whole in near(index[part.key(dimensions=freeze(rest))], part)[:1]:
                if whole.place != part.place:
                    yield Relation("part", (part, whole), lambda p, w, a=part, b=whole: (
                        a.interval(p)[0] is None or b.interval(w)[1] is None
                        or a.interval(p)[0] <= b.interval(w)[1]))


def ratio(rate, part, whole, factor=100, kind="share", growth=False):
    def test(r, p, w):
        (pl, ph), (wl, wh) = part.interval(p), whole.interval(w)
        if None in (pl, ph, wl, wh) or wl <= 0:
            return True
        minus = 1 if growth else 0
        low, high = (pl / wh - minus) * factor, (ph / wl - minus) * factor
        if meet(rate.interval(r), (low, high)):
            return True
        # Cut off instead of rounded, or a small share raised to the last digit shown: no error.
        step = Fraction(1, 10 ** rate.decimals)
        return low == high and (abs(r) == abs(low) // step * step or 0 < low < r == step)
    return Relation(kind, (rate, part, whole), test)


def shares(index, figures):
    for rate in figures:
        if rate.unit != "percent" or rate.statistic != "total" or rate.period is None:
            continue
        count = dict(unit=None, of=None)
        same = [f for f in figures if f.isCount and f.key(**count) == rate.key(**count)
                and f.place[0] == rate.place[0]]
        for part in near(same, rate)[:1]:
            candidates = [f for f in figures if f.isCount and f is not part and is_whole(f, rate, part)]
            fitting = [w for w in near(candidates, rate)
                       if w.value > 0 and ratio(rate, part, w).holds({f: f.value for f in (rate, part, w)})]
            if fitting:
                yield ratio(rate, part, fitting[0])


def is_whole(figure, rate, part):
    of = rate.gold.get("of") or {}
    concept = of.get("concept", rate.gold["concept"])
    if figure.gold["concept"] != concept or figure.entity != rate.entity or of.get("noun"):
        return False
    if figure.nature != of.get("nature", rate.nature) or figure.unit != part.unit:
        return False
    if of:
        return figure.dimensions == of.get("dimensions", {})
    return (figure.period == rate.period and len(figure.dimensions) < len(rate.dimensions)
            and all(rate.dimensions.get(k) == v for k, v in figure.dimensions.items()))


def growths(index, figures):
    for change in figures:
        base = (change.gold.get("base") or {}).get("period")
        if change.statistic not in ("growth", "index") or not base or change.period is None:
            continue
        plain = dict(statistic="total", base=None, unit=None, per=None)
        counts = [f for f in figures if f.isCount]
        now = near([f for f in counts if f.key(unit=None) == change.key(**plain)], change)[:1]
        then = near([f for f in counts if f.key(unit=None) == change.key(**plain, period=freeze(base))],
                    change)[:1]
        if not now or not then:
            continue
        if change.unit == "percent":
            yield ratio(change, now[0], then[0], kind="rate", growth=change.statistic == "growth")
        elif change.statistic == "growth":
            yield Relation("change", (change, now[0], then[0]), lambda c, n, t: c == n - t)


def means(index, figures):
    for mean in figures:
        if mean.statistic != "average" or mean.gold.get("per") != "year" or mean.period is None:
            continue
        span = dict(mean.period) if isinstance(mean.period, tuple) else {}
        if not {"start", "end"} <= set(span):
            continue
        years = int(span["end"][:4]) - int(span["start"][:4]) + 1
        for whole in near(index[mean.key(statistic="total", per=None)], mean)[:1]:
            yield Relation("average", (mean, whole), lambda m, w, f=mean, n=years: meet(
                f.interval(m), (w / n, w / n)))


def balances(index, figures):
    stock, inflows, outflows = BALANCE
    for opening in figures:
        if opening.gold["concept"] != stock or not opening.isCount or opening.dimensions:
            continue
        flows = collections.defaultdict(dict)
        for flow in figures:
            if (flow.isCount and not flow.dimensions and flow.entity == opening.entity
                    and flow.gold["concept"] in inflows + outflows and flow.period is not None):
                flows[flow.period].setdefault(flow.gold["concept"], flow)
        for span, named in flows.items():
            end = dict(span).get("end") if isinstance(span, tuple) else None
            closings = [f for f in figures if f.isCount and not f.dimensions and f is not opening
                        and f.gold["concept"] == stock and f.entity == opening.entity
                        and f.period == (("instant", end),)]
            if set(named) != set(inflows + outflows) or not closings:
                continue
            terms = [named[c] for c in inflows + outflows]
            yield Relation(
                "balance", (near(closings, opening)[0], opening, *terms),
                lambda c, o, *t: c == o + sum(t[:len(inflows)]) - sum(t[len(inflows):]))


def wholes(figures):
    for figure in figures:
        if figure.isCount:
            yield Relation("whole number", (figure,), lambda v: v.denominator == 1)
