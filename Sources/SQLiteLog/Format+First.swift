extension Format {
  /// The insertions that format 1 refuses, word for word as its ledgers have them.
  ///
  /// Every tag is guarded too, and types and subjects may have any new key.
  static let firstGuards = """
    \(refusedInsert(
      "event", "only the next event, under a new id, can be added",
      when: """
        NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
          OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
        """))
    \(refusedInsert(
      "tag", "only the last event can be given tags, each once",
      when: """
        NEW.position IS NOT (SELECT max(position) FROM event)
          OR EXISTS (SELECT 1 FROM tag
            WHERE subject = NEW.subject AND type = NEW.type AND position = NEW.position)
        """))
    \(["type", "subject"].map { table in
      refusedInsert(
        table, "this \(table) is there already",
        when: "EXISTS (SELECT 1 FROM \(table) WHERE key = NEW.key OR name = NEW.name)")
    }.joined(separator: "\n"))
    """
}
