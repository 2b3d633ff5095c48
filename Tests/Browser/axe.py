"""axe-core, as the package axe-playwright-python holds it: its text, and its run on an open page."""

import functools
import importlib.util
import pathlib
import re

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OLDEST = (4, 10)

RUN = """
const [tags, contrast, done] = arguments;
axe.run(document, {
  runOnly: {type: 'tag', values: tags}, rules: {'color-contrast': {enabled: contrast}},
  resultTypes: ['violations'], preload: false, iframes: false
}).then(
  told => done(told.violations.map(each => ({
    rule: each.id, help: each.help, impact: each.impact,
    nodes: each.nodes.map(node => ({
      place: node.target.join(' '),
      why: node.any.concat(node.all, node.none).map(check => check.message).join('; ')}))}))),
  fault => done([{rule: 'axe', help: String(fault), impact: '', nodes: []}]));
"""


@functools.cache
def source():
    """The text of axe-core."""
    package = importlib.util.find_spec("axe_playwright_python")
    assert package, "axe-playwright-python is not installed: run Tests/Browser/run.sh"
    path = next(pathlib.Path(package.origin).parent.rglob("axe.min.js"))
    text = path.read_text("utf-8")
    version = re.match(r"/\*! axe v(\d+)\.(\d+)", text)
    assert version and tuple(map(int, version.groups())) >= OLDEST, f"axe-core is too old: {text[:30]}"
    return text


def violations(driver, contrast=True):
    """What axe-core finds on the open page, a line for each rule; the contrast of colours, most of its time, may be
    left out. Scripts must be allowed at this moment: axe-core waits with timers, which do not run where they are
    not.
    """
    driver.execute_script("if (!window.axe) { " + source() + " }")
    return [shown(each) for each in driver.execute_async_script(RUN, TAGS, contrast)]


def shown(violation):
    nodes = violation["nodes"]
    told = "; ".join(f"{node['place']} ({node['why'][:160]})" for node in nodes[:3])
    more = f" and {len(nodes) - 3} more" if len(nodes) > 3 else ""
    return f"axe {violation['rule']}: {violation['help']}: {told}{more}"
