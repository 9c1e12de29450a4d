"""HTML and its kin in XML: tokens and elements with exact positions, and the citations that many programs write in it.

Our own scanner, because every finding names a line and a column: no library keeps the place of a character (lxml knows
the line of an element, selectolax nothing). It follows the HTML standard where pages need it
(https://html.spec.whatwg.org/multipage/parsing.html), in linear time and without recursion on any input.
"""
