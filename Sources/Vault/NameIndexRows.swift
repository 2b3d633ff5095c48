internal import Events

/// The rows of a whole index of names, computed before the file is locked.
struct NameIndexRows: ~Copyable {
  let codes: NameCodes
  private let names: [String]
  /// Of each name, in its order.
  private let postings: [[NameCodes.Posting]]
  /// Of each posting, with the index of its name, ascending: the table is then filled from one end, some
  /// four times as fast as at random.
  private let labels: [(label: [UInt8], name: Int)]

  init(of candidates: [NamedCandidate]) throws(VaultFailure) {
    let codes = try NameCodes()
    var words: [String: NameCodes.Posting] = [:]
    var postings: [[NameCodes.Posting]] = []
    var labels: [(label: [UInt8], name: Int)] = []
    postings.reserveCapacity(candidates.count)
    let sorted = candidates.sorted { $0.candidate.text < $1.candidate.text }
    for (index, candidate) in sorted.enumerated() {
      var own: [NameCodes.Posting] = []
      for word in candidate.words {
        let next =
          if let known = words[word] { known } else {
            NameCodes.Posting(word: try codes.code(of: word), number: 0)
          }
        words[word] = NameCodes.Posting(word: next.word, number: next.number + 1)
        own.append(next)
        labels.append((try codes.label(of: next), index))
      }
      postings.append(own)
    }
    labels.sort { $0.label.lexicographicallyPrecedes($1.label) }
    self.codes = codes
    self.names = sorted.map(\.candidate.text)
    self.postings = postings
    self.labels = labels
  }

  /// Inserts all rows. Call it in a transaction, into an empty index whose keys are stored.
  func insert(into store: borrowing KeyStore) throws(VaultFailure) {
    if let server = store.database.server { return try insert(into: server) }
    let target = try NamePostings(codes.copy(), on: store)
    for (label, name) in labels { try target.insert(label: label, of: names[name]) }
    for (name, postings) in zip(names, postings) where !postings.isEmpty {
      try target.list(postings, of: name)
    }
  }

  /// Inserts all rows, some thousand at a time.
  private func insert(into server: KeyServer) throws(VaultFailure) {
    var start = 0
    while case let rows = labels[start...].prefix(4_096), !rows.isEmpty {
      try server.insert(labels: rows.map(\.label), of: rows.map { names[$0.name] })
      start += rows.count
    }
    start = 0
    while case let rows = names.indices[start...].prefix(4_096), !rows.isEmpty {
      var lists: [(person: String, postings: [UInt8])] = []
      for name in rows where !postings[name].isEmpty {
        lists.append((names[name], try codes.seal(postings[name], of: names[name])))
      }
      try server.insert(lists)
      start += rows.count
    }
  }
}
