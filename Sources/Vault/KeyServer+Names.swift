internal import PostgreSQL

// The rows of an index of names, many in one round trip.
extension KeyServer {
  /// The persons of those of some labels that are there.
  func persons(at labels: [[UInt8]]) throws(VaultFailure) -> [[UInt8]: String] {
    let rows = try query(
      "SELECT label, person FROM name_word WHERE label = ANY($1)", [.byteStrings(labels)])
    var persons: [[UInt8]: String] = [:]
    for row in 0..<rows.count { persons[rows.copy(row, 0)] = rows.text(row, 1) }
    return persons
  }

  /// The sealed lists of those of some persons who have one.
  func postings(of persons: [String]) throws(VaultFailure) -> [String: [UInt8]] {
    var postings: [String: [UInt8]] = [:]
    var start = 0
    while case let some = persons[start...].prefix(4_096), !some.isEmpty {
      let rows = try query(
        "SELECT person, postings FROM named_person WHERE person = ANY($1)", [.texts(Array(some))])
      for row in 0..<rows.count { postings[rows.text(row, 0)] = rows.copy(row, 1) }
      start += some.count
    }
    return postings
  }

  func insert(labels: [[UInt8]], of persons: [String]) throws(VaultFailure) {
    _ = try query(
      "INSERT INTO name_word (label, person) SELECT * FROM unnest($1, $2)",
      [.byteStrings(labels), .texts(persons)])
  }

  func insert(_ lists: [(person: String, postings: [UInt8])]) throws(VaultFailure) {
    _ = try query(
      "INSERT INTO named_person (person, postings) SELECT * FROM unnest($1, $2)",
      [.texts(lists.map(\.person)), .byteStrings(lists.map(\.postings))])
  }
}
