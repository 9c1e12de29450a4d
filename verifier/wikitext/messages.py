"""The messages of MediaWiki's Cite by their keys, and which of them end a reference; and the remarks of our own.

The keys are those of https://github.com/wikimedia/mediawiki-extensions-Cite/blob/master/i18n/en.json; see
https://en.wikipedia.org/wiki/Help:Cite_errors. A warning keeps the reference; a fatal message stands in its place, and
no number is used.
"""

REF_TOO_MANY_KEYS = "cite_error_ref_too_many_keys"
REF_SUGGESTION = "cite_error_ref_parameter_suggestion"
REF_NUMERIC_KEY = "cite_error_ref_numeric_key"
REF_FOLLOW_CONFLICTS = "cite_error_ref_follow_conflicts"
REF_INVALID_DIR = "cite_error_ref_invalid_dir"
REF_CONFLICTING_DIR = "cite_error_ref_conflicting_dir"
REF_NO_KEY = "cite_error_ref_no_key"
REF_NO_INPUT = "cite_error_ref_no_input"
INCLUDED_REF = "cite_error_included_ref"
DETAILS_MISSING_PARENT = "cite_error_details_missing_parent"
DETAILS_NO_NAME = "cite_error_ref_with_details_no_name"
DETAILS_IN_LIST = "cite_error_details_unsupported_context"
DUPLICATE_KEY = "cite_error_references_duplicate_key"
NO_TEXT = "cite_error_references_no_text"
GROUP_MISMATCH = "cite_error_references_group_mismatch"
LIST_NO_KEY = "cite_error_references_no_key"
LIST_EMPTY = "cite_error_empty_references_define"
MISSING_KEY = "cite_error_references_missing_key"
LIST_PARAMETERS = "cite_error_references_invalid_parameters"
INCLUDED_REFERENCES = "cite_error_included_references"
GROUP_WITHOUT_LIST = "cite_error_group_refs_without_references"

# What MediaWiki does not complain of.
FOLLOW_WITHOUT_PARENT = "follow-without-parent"
REF_LITERAL = "ref-literal"
LIST_LITERAL = "list-literal"
DEFINITION_MISPLACED = "list-definition-misplaced"
CONTENT_REPEATED = "ref-content-repeated"
ORDER_APPROXIMATE = "order-approximate"
PAGE_ORPHAN = "page-superscript-orphan"
TOO_DEEP = "nesting-too-deep"

FATAL = frozenset(
    {
        REF_FOLLOW_CONFLICTS,
        REF_NO_KEY,
        REF_NO_INPUT,
        INCLUDED_REF,
        DETAILS_MISSING_PARENT,
        LIST_EMPTY,
        LIST_PARAMETERS,
        INCLUDED_REFERENCES,
        GROUP_WITHOUT_LIST,
    }
)
