"""Names of people and bodies across the region's scripts: taken apart, compared, and the comparison explained."""
