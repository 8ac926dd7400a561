"""Chinese: digits in groups of three, as GB/T 15835-2011 allows, and days as calendar fields of browsers take them."""

# Django leaves digits ungrouped, so that sums of money could not be read.
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3

# The first is what fields are filled with, and <input type="date"> takes no other.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日"]
