"""The review desk: the editors' page on this computer, with forms whose answers go into the registry at once.

`journal` writes decisions and takes them back; `forms` draws the forms and reads what they send; `answers` decides what
each request gets, without a socket; `server` is the socket. One process, one registry, the standard library only.
"""
