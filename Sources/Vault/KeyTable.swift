internal import PostgreSQL

/// A table of a vault, for copying it between a file and a server.
struct KeyTable {
  enum Kind {
    case integer, text, bytes
    /// NULL is copied as an empty text, which it never is.
    case optionalText
  }

  let name: String
  let columns: [(name: String, kind: Kind)]
  /// The columns by which its rows are read, and so written in the order of the file's b-tree.
  let order: String

  /// All that both engines have.
  static var all: [KeyTable] {
    [
      KeyTable(
        name: "master_check",
        columns: [("\"only\"", .integer), ("nonce", .bytes), ("wrapped", .bytes)],
        order: "\"only\""),
      KeyTable(
        name: "person_key",
        columns: [("person", .text), ("id", .text), ("nonce", .bytes), ("wrapped", .bytes)],
        order: "person"),
      KeyTable(
        name: "erased_person",
        columns: [
          ("person", .text), ("key", .optionalText), ("event", .text), ("erased_on", .text),
          ("erased_at", .integer),
        ], order: "person"),
      KeyTable(
        name: "backup",
        columns: [
          ("number", .integer), ("made_at", .integer), ("place", .text), ("fingerprint", .text),
        ], order: "number"),
      KeyTable(
        name: "bound_ledger", columns: [("\"only\"", .integer), ("mark", .bytes)],
        order: "\"only\""),
      KeyTable(
        name: "comparison",
        columns: [("\"only\"", .integer), ("through", .integer), ("leaf", .bytes)],
        order: "\"only\""),
      KeyTable(
        name: "mismatch", columns: [("person", .text), ("key", .text)], order: "person, key"),
      KeyTable(
        name: "destroyed_key", columns: [("key", .text), ("person", .text)], order: "key"),
      KeyTable(
        name: "name_index",
        columns: [
          ("\"only\"", .integer), ("nonce", .bytes), ("wrapped", .bytes), ("edition", .integer),
          ("through", .integer), ("leaf", .bytes), ("changed", .integer), ("latest", .integer),
        ], order: "\"only\""),
      KeyTable(
        name: "name_word", columns: [("label", .bytes), ("person", .text)], order: "label"),
      KeyTable(
        name: "named_person", columns: [("person", .text), ("postings", .bytes)],
        order: "person"),
    ]
  }
}
