"""What must hold of any page, however it is shown: axe-core finds nothing, it does not scroll sideways, its
console is clean, its language is said, each input has a label, and nothing is asked of another host.
"""

import axe

SHAPE = """
const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
const edge = document.documentElement.clientWidth;
const over = wide <= 0 ? [] : [...document.body.querySelectorAll('*')].filter(each => {
  const box = each.getBoundingClientRect();
  return box.width > 0 && box.right > edge + 0.5;
}).slice(0, 3).map(each => each.tagName.toLowerCase() + (each.className ? '.' + each.className : ''));
const named = each => each.labels && each.labels.length > 0 && [...each.labels].some(
    label => label.textContent.trim()) || each.getAttribute('aria-label') ||
  (each.getAttribute('aria-labelledby') || '').split(/\\s+/).some(
    id => id && document.getElementById(id)?.textContent.trim());
const inputs = [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea')];
const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
return {
  wide, over,
  lang: document.documentElement.lang,
  title: document.title.trim(),
  mains: document.querySelectorAll('main#main').length,
  headings: document.querySelectorAll('h1').length,
  skip: [...document.querySelectorAll('a[href$="#main"]')].length,
  unlabelled: inputs.filter(each => !named(each)).map(each => each.name || each.id || each.outerHTML.slice(0, 60)),
  loose: [...document.querySelectorAll('[aria-describedby]')].filter(each =>
    each.getAttribute('aria-describedby').split(/\\s+/).some(id => id && !document.getElementById(id))
  ).map(each => each.name || each.id),
  doubled: ids.filter((id, place) => ids.indexOf(id) !== place)
};
"""


def shape_faults(told, language, width):
    """What is wrong with what SHAPE tells of a page."""
    if told["wide"] > 0:
        yield f"scrolls sideways by {told['wide']} px at {width} px: {', '.join(told['over'])}"
    if told["lang"].split("-")[0] != language:
        yield f"html lang is {told['lang']!r}, not {language!r}"
    if not told["title"]:
        yield "has no title"
    if told["mains"] != 1:
        yield f"has {told['mains']} main#main"
    if told["headings"] != 1:
        yield f"has {told['headings']} h1"
    if not told["skip"]:
        yield "has no link that skips to #main"
    if told["unlabelled"]:
        yield f"inputs without a label: {', '.join(told['unlabelled'][:5])}"
    if told["loose"]:
        yield f"aria-describedby leads nowhere: {', '.join(told['loose'][:5])}"
    if told["doubled"]:
        yield f"ids used twice: {', '.join(told['doubled'][:5])}"


def faults(browser, origin, language):
    """All that is wrong with the open page, a short line each."""
    return traffic_faults(browser, origin) + appearance_faults(browser, language)


def traffic_faults(browser, origin):
    """What is wrong with what the page asked for and what its console says. Asked before axe-core is run, so that
    nothing of it counts as the page's.
    """
    return [f"console: {text[:300]}" for text in browser.errors()] + [
        f"asks another host: {url}" for url in browser.strangers(origin)]


def appearance_faults(browser, language, contrast=True):
    """What is wrong with the open page as it is shown now, at this width and in these colours."""
    driver = browser.driver
    wrong = list(shape_faults(driver.execute_script(SHAPE), language, browser.width))
    # The page was read without scripts; axe-core itself needs its timers.
    if not browser.script:
        browser.allow_scripts(True)
    try:
        wrong += axe.violations(driver, contrast)
    finally:
        if not browser.script:
            browser.allow_scripts(False)
        driver.get_log("browser")
    return wrong
