"""Citations as text: what a rendered entry says, field by field."""
