"""What every page must be, asked of a page that is open in a browser. Each check returns what is wrong, in words."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

#: Web Content Accessibility Guidelines 2.0 to 2.2, levels A and AA, and what axe's authors hold good beside them.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
#: Rules whose answer hangs on colours and on the room there is; the others answer alike in every look.
OF_LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")

RUN_AXE = """
async ([tags, rules, part]) => {
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const found = await axe.run(part || document, {
    runOnly, resultTypes: ["violations"], rules: rules ? {} : { "target-size": { enabled: true } },
  });
  return found.violations.flatMap((violation) => violation.nodes.map(
    (node) => `${violation.id} (${violation.impact}): ${node.target.join(" ")}: ${node.failureSummary}`));
}
"""

OPEN_ALL = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"

# Letters with marks above and below are taller than a line of Latin letters; scrollHeight tells nothing of their ink.
CLIPPED = """
() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const wrong = [];
  for (const one of document.querySelectorAll("body *")) {
    const words = [...one.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE && child.data.trim());
    if (!words.length || !one.checkVisibility() || one.closest(".hidden-visually, .skip, svg")) continue;
    const style = getComputedStyle(one);
    if (!["hidden", "clip"].includes(style.overflowY)) continue;
    const shortened = style.webkitLineClamp !== "none";
    if (!shortened && one.scrollHeight > one.clientHeight + 1) wrong.push(`cut off: ${one.textContent.trim()}`);
    canvas.font = style.font;
    const ink = canvas.measureText(one.textContent);
    const room = parseFloat(style.lineHeight) + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
    if (height > room) wrong.push(`clipped: ${one.textContent.trim()}`);
  }
  for (const field of document.querySelectorAll("input:is([type=text], [type=search], :not([type]))")) {
    if (!field.checkVisibility()) continue;
    const style = getComputedStyle(field);
    canvas.font = style.font;
    const ink = canvas.measureText("TALL");
    const height = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
    if (height > parseFloat(style.lineHeight)) wrong.push(`letters with stacks are cut off in ${field.name}`);
  }
  return wrong;
}
""".replace("TALL", "ကျွန်ုပ်တို့၏ ស្ត្រី ที่นี้ ຊື່ນ")

# Letters beyond Latin, and punctuation that comes with them.
FOREIGN = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]"
MARK_FOREIGN = f"""
() => {{
  for (const one of document.querySelectorAll("body *")) {{
    const words = [...one.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
    if (words.some((child) => /{FOREIGN}/.test(child.data)) && one.checkVisibility()) one.dataset.foreign = "";
  }}
}}
"""


def violations(page: Page, rules: tuple[str, ...] = (), part: str = "") -> list[str]:
    """Ask axe, with every fold of the page open.

    Args:
        page: What is looked at.
        rules: Only these rules of axe; all that `TAGS` name where there are none.
        part: Only this part of the page, as a CSS selector.
    """
    page.evaluate(OPEN_ALL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN_AXE, [list(TAGS), list(rules) or None, part])


def too_wide(page: Page) -> list[str]:
    """Tell whether somebody has to move the page sideways."""
    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"{width} pixels wide in a window of {window}"] if width > window else []


def clipped(page: Page) -> list[str]:
    """Return words of which a part cannot be seen, unless they are shortened by whole lines."""
    return page.evaluate(CLIPPED)


def foreign_letters(page: Page) -> set[str]:
    """Return the fonts that draw letters of Burmese, Thai, Lao, Khmer and Chinese, those of the system marked so."""
    page.evaluate(MARK_FOREIGN)
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    marked = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-foreign]"})["nodeIds"]
    fonts = [font for node in marked for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]]
    tools.detach()
    return {font["familyName"] if font["isCustomFont"] else f"{font['familyName']} of the system" for font in fonts}
