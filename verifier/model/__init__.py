"""The nouns. Frozen records without behaviour beyond what can be read off them; nothing here does IO."""
