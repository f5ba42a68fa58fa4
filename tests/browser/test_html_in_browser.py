"""The HTML report as people use it: open, filter, sort, jump, print, by keyboard, on a phone."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from report_sample import HOSTILE, clean, disagreeing, hostile, library, pages

selenium = pytest.importorskip("selenium", reason="selenium is not installed")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

Show = Callable[..., Any]


def visible(driver: Any, selector: str) -> list[Any]:
    return [element for element in driver.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]


def texts(driver: Any, selector: str) -> list[str]:
    return [element.text for element in visible(driver, selector)]


def rows(driver: Any) -> list[str]:
    return [row.get_attribute("data-notice") for row in visible(driver, "#table tbody tr")]


def head(driver: Any, key: str) -> Any:
    return driver.find_element(By.CSS_SELECTOR, f"#table th[data-key={key}]")


def press(driver: Any, element: Any) -> None:
    driver.execute_script("arguments[0].click()", element)


def choose(driver: Any, name: str, value: str) -> None:
    Select(driver.find_element(By.ID, f"filter-{name}")).select_by_value(value)


def test_opens_without_a_message_and_fetches_nothing(show: Show):
    driver = show()
    assert driver.get_log("browser") == []
    assert driver.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert texts(driver, ".tile dd") == ["4", "4", "2", "1", "1", "3"]


def test_hostile_notice_does_nothing(show: Show):
    driver = show(hostile(), fragment="#n1")
    for summary in driver.find_elements(By.TAG_NAME, "summary"):
        press(driver, summary)
    for link in driver.find_elements(By.TAG_NAME, "a"):
        press(driver, link)
    assert driver.execute_script("return window.hacked") is None
    assert driver.get_log("browser") == []
    assert driver.title == "Tietosuojaselosteiden tarkastus"
    assert "javascript:window.hacked=1" in driver.find_element(By.CSS_SELECTOR, "#n1 .text").text


def test_policy_stops_any_other_script(show: Show):
    driver = show()
    driver.execute_script(
        "const other = document.createElement('script'); other.textContent = 'window.hacked = 1';"
        "document.body.append(other); document.body.setAttribute('onclick', 'window.hacked = 1');"
        "document.body.click();"
    )
    assert driver.execute_script("return window.hacked") is None
    assert "Content Security Policy" in driver.get_log("browser")[0]["message"]


def test_sorts_by_name_count_and_status(show: Show):
    driver = show()
    press(driver, head(driver, "notice").find_element(By.TAG_NAME, "button"))
    assert rows(driver)[-3:] == ["n2", "n3", "n1"]
    press(driver, head(driver, "error").find_element(By.TAG_NAME, "button"))
    assert rows(driver) == ["n1", "n2", "n4", "n3"]
    press(driver, head(driver, "source").find_element(By.TAG_NAME, "button"))
    assert rows(driver)[0] == "n2"
    assert head(driver, "source").get_attribute("aria-sort") == "ascending"
    press(driver, head(driver, "source").find_element(By.TAG_NAME, "button"))
    assert rows(driver)[-1] == "n2"
    assert head(driver, "source").get_attribute("aria-sort") == "descending"
    assert head(driver, "error").get_attribute("aria-sort") is None


def test_filters_notices_by_name_element_and_status(show: Show):
    driver = show()
    choose(driver, "status", "missing")
    assert rows(driver) == ["n1", "n2"]
    choose(driver, "element", "source")
    assert rows(driver) == ["n2"]
    assert len(visible(driver, "article")) == 1
    assert "1 selostetta 4:stä" in driver.find_element(By.ID, "notices-shown").text
    press(driver, driver.find_element(By.CSS_SELECTOR, "#notice-filters [type=reset]"))
    WebDriverWait(driver, 5).until(lambda _: len(rows(driver)) == 4)
    driver.find_element(By.ID, "filter-words").send_keys("KIRJASTO")
    assert rows(driver) == ["n1"]


def test_filters_findings_by_severity_family_and_confidence(show: Show):
    driver = show(library(), clean(), fragment="#n1")
    boxes = {box.get_attribute("value"): box for box in driver.find_elements(By.NAME, "severity")}
    press(driver, boxes["error"])
    assert texts(driver, ".finding .number") == ["3", "4"]
    assert len(visible(driver, ".index li")) == 2
    assert [mark.get_attribute("class") for mark in visible(driver, ".text mark")] == ["off", "off", "off", "warning", "info"]
    choose(driver, "confidence", "medium")
    assert texts(driver, ".finding .number") == ["3"]
    choose(driver, "family", "LAW")
    assert "0 löydöstä 4:stä" in driver.find_element(By.ID, "findings-shown").text
    press(driver, driver.find_element(By.ID, "filter-only"))
    assert visible(driver, "article") == []


def test_mark_shows_the_worst_finding_left(show: Show):
    driver = show(library(), fragment="#n1")
    choose(driver, "family", "DOC")
    assert [mark.get_attribute("class") for mark in visible(driver, ".text mark")][:3] == ["error", "error", "off"]


def test_row_and_cell_open_the_notice(show: Show):
    driver = show()
    assert visible(driver, "#n2 .text") == []
    press(driver, driver.find_element(By.CSS_SELECTOR, "tr[data-notice=n2] a"))
    WebDriverWait(driver, 5).until(lambda _: visible(driver, "#n2 .text"))
    assert driver.switch_to.active_element.get_attribute("id") == "n2"
    press(driver, driver.find_elements(By.CSS_SELECTOR, "tr[data-notice=n1] td[data-status=missing]")[0])
    WebDriverWait(driver, 5).until(lambda _: driver.switch_to.active_element.get_attribute("id") == "n1-e-dpo")
    assert "puuttuu" in driver.find_element(By.ID, "n1-e-dpo").text


def test_list_jumps_to_the_place_in_the_text(show: Show):
    driver = show(library(), pages(), fragment="#n1")
    press(driver, driver.find_element(By.CSS_SELECTOR, "#n1 .index li:nth-child(4) a"))
    WebDriverWait(driver, 5).until(lambda _: driver.switch_to.active_element.get_attribute("id") == "n1-f4")
    top = driver.execute_script("return document.getElementById('n1-f4').getBoundingClientRect().top")
    bar = driver.execute_script("return document.getElementById('finding-filters').getBoundingClientRect().bottom")
    assert max(bar, 0) <= top < 1000


def test_address_of_a_finding_opens_it_at_once(show: Show):
    driver = show(fragment="#n2-f1")
    assert "Mallin teksti" in driver.find_element(By.ID, "n2-f1").text


def test_keyboard_reaches_table_and_notice(show: Show):
    driver = show()
    driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert driver.switch_to.active_element.text == "Siirry taulukkoon"
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 5).until(lambda _: driver.switch_to.active_element.get_attribute("id") == "elements")
    button = head(driver, "dpo").find_element(By.TAG_NAME, "button")
    button.send_keys(Keys.ENTER)
    assert rows(driver)[:2] == ["n1", "n2"]
    driver.find_element(By.CSS_SELECTOR, "#n3 details.body summary").send_keys(Keys.SPACE)
    assert visible(driver, "#n3 .text")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_page_never_scrolls_sideways(show: Show, width: int):
    driver = show(width=width, fragment="#n1-f1")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_prints_every_notice_with_its_findings(show: Show):
    driver = show()
    printed = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    with pypdfium2.PdfDocument(printed) as document:
        text = " ".join(
            " ".join(page.get_textpage().get_text_range().split()) for page in document
        ).replace("\u00ad", "")
        sizes = {round(max(page.get_size())) for page in document}
    for part in ("Vaihde 019 555 0100", "Postinumero 00400 kuuluu", "Mallin teksti on jäänyt", "tiedosto on salattu"):
        assert part in text
    assert "Tyhjennä rajaukset" not in text
    assert sizes == {842}
    assert driver.execute_script("return document.querySelectorAll('details.body[open]').length") == 0


def test_everything_can_be_read_without_the_script(show: Show, chromium: Any):
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver = show(library())
        assert visible(driver, "form") == []
        driver.find_element(By.CSS_SELECTOR, "#n1 details.body summary").click()
        assert len(visible(driver, ".finding")) == 4
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_hundreds_of_notices_stay_usable(show: Show):
    driver = show(*[library(), pages(), clean()] * 100)
    shown = "return document.querySelectorAll('#table tbody tr:not([hidden])').length"
    assert driver.execute_script(shown) == 300
    spent = driver.execute_script(
        "const start = performance.now(); document.querySelector('#table th[data-key=dpo] button').click();"
        "const words = document.getElementById('filter-words'); words.value = 'kirjasto';"
        "words.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight;"
        "return performance.now() - start"
    )
    assert driver.execute_script(shown) == 100
    assert spent < 3000


# Colours and widths are the same in every language: each pair of the three stands in one case.
@pytest.mark.parametrize(
    ("language", "width", "dark"),
    [
        ("fi", 390, False), ("fi", 1280, True), ("sv", 390, True), ("sv", 1280, False),
        ("en", 390, False), ("en", 1280, True),
    ],
)  # fmt: skip
def test_axe_finds_no_violation(show: Show, axe: str, language: str, width: int, dark: bool):
    driver = show(language=language, width=width, dark=dark, fragment="#n1-f2")
    driver.execute_script("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    driver.execute_script(axe)
    found = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations.map("
        "(rule) => [rule.id, rule.nodes.slice(0, 3).map((node) => node.html + ' ' + node.failureSummary)])))"
    )
    assert found == []


def test_title_of_a_hostile_notice_is_shown_as_it_is(show: Show):
    driver = show(hostile())
    assert HOSTILE[:60] in driver.find_element(By.CSS_SELECTOR, "#n1 h3").text


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)])
def test_table_of_disagreements_is_accessible_and_leads_to_the_finding(
    show: Show, axe: str, width: int, dark: bool
):
    driver = show(disagreeing(where=f"{clean().path}:7"), clean(), width=width, dark=dark)
    driver.execute_script(axe)
    found = driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations']}).then((result) => done(result.violations.map((v) => v.id)));"
    )
    assert found == []
    (link,) = visible(driver, ".disagreements th[scope=row] a")
    press(driver, link)
    target = link.get_attribute("href").partition("#")[2]
    WebDriverWait(driver, 5).until(lambda d: d.find_element(By.ID, target).is_displayed())
    assert driver.execute_script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth")
