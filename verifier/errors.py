"""The error tree: every error says what is wrong and carries a hint what to do.

* VerifierError        message + hint; catch this
  x UsageError         asked for what does not exist, or options that do not go together
  x InputError         it is there and not understood
    + ArticleError
    + RegistryError    holds all problems found, each "file:line: ..."
    + StoreError       a recorded answer is damaged
  x ReportError        a report could not be written whole
  x TransportError     no response; evidence turns it into Unknown(reason)
    + NotRecorded      the store has no answer and the network is not allowed
    + Refused          our own guard would not send the request
    + Unreachable      sent, and no whole answer came back; `kind` says how
"""


class VerifierError(Exception):
    """Base of all errors a user may see: `message` says what is wrong, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(VerifierError):
    """The command line or the call asks for something that does not exist."""


class InputError(VerifierError):
    """An input is there and cannot be understood."""


class ArticleError(InputError):
    """The article cannot be read."""


class RegistryError(InputError):
    """The registry is not valid; the message lists the problems, one per line."""


class StoreError(InputError):
    """A recorded answer is damaged."""


class ReportError(VerifierError):
    """A report could not be written whole."""


class TransportError(VerifierError):
    """No response came; `kind` is the reason a verdict will carry."""

    kind = "unrecognised"

    def __init__(self, message: str, hint: str = "", kind: str | None = None) -> None:
        super().__init__(message, hint)
        if kind is not None:
            self.kind = kind


class NotRecorded(TransportError):
    """The store has no answer to this request."""

    kind = "not-recorded"


class Refused(TransportError):
    """Our own guard would not send this request."""

    kind = "refused-address"


class Unreachable(TransportError):
    """The request was sent and no whole answer came back."""

    kind = "archive-trouble"
