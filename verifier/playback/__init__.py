"""Play snapshots back in any archive that answers as RFC 7089 says, and judge what plays.

See https://www.rfc-editor.org/rfc/rfc7089. Pure but for `chain.walk`, which asks the transport it is given: what is
said of an answer follows from the answer alone.
"""
