internal import Events

/// The rows of an index of names: which persons have which words in their names.
///
/// A row of `name_word` is one person's *posting* under one word. Its key is a label, an HMAC of the word's
/// code and of the posting's number among those of the word: every label is there once, so the file does not
/// show which persons share a word, nor how many persons have a common one. Who has the key walks through the
/// labels of a word from number 0 to the first that is missing; so a removed posting's number is taken by the
/// word's last one. A row of `named_person` is the sealed list of a person's postings, from which they are
/// removed.
///
/// Changes are made in a transaction. ``VaultFailure/damaged(_:)`` and ``VaultFailure/notAuthentic`` mean
/// that the index is to be emptied.
struct NamePostings: ~Copyable {
  private let byLabel: KeyStatement
  private let insertion: KeyStatement
  private let move: KeyStatement
  private let deletion: KeyStatement
  private let byPerson: KeyStatement
  private let listing: KeyStatement
  private let unlisting: KeyStatement
  let codes: NameCodes
  /// The connection to the server, which is asked for many rows at a time; nil for a file.
  private let server: KeyServer?

  init(
    _ codes: consuming NameCodes, on store: borrowing KeyStore
  ) throws(VaultFailure) {
    func statement(
      _ sql: String, _ store: borrowing KeyStore
    ) throws(VaultFailure) -> KeyStatement {
      try store.database.statement(sql)
    }
    let byLabel = try statement("SELECT person FROM name_word WHERE label = $1", store)
    let insertion = try statement("INSERT INTO name_word (label, person) VALUES ($1, $2)", store)
    let move = try statement("UPDATE name_word SET person = $1 WHERE label = $2", store)
    let deletion = try statement("DELETE FROM name_word WHERE label = $1", store)
    let byPerson = try statement("SELECT postings FROM named_person WHERE person = $1", store)
    let listing = try statement(
      """
      INSERT INTO named_person (person, postings) VALUES ($1, $2)
      ON CONFLICT (person) DO UPDATE SET postings = excluded.postings
      """, store)
    let unlisting = try statement("DELETE FROM named_person WHERE person = $1", store)
    self.byLabel = byLabel
    self.insertion = insertion
    self.move = move
    self.deletion = deletion
    self.byPerson = byPerson
    self.listing = listing
    self.unlisting = unlisting
    self.codes = codes
    server = store.database.server
  }

  // MARK: Looking up

  /// The persons whose names have all of these words.
  ///
  /// Cost: some three microseconds for each word and each person who has the rarest of them; of a
  /// server up to 1,024 labels are asked for at a time.
  func persons(with words: Set<String>) throws(VaultFailure) -> [String] {
    var walks: [NameCodes.Posting] = []
    for word in words { walks.append(.init(word: try codes.code(of: word), number: 0)) }
    guard !walks.isEmpty else { return [] }
    var found = walks.map { _ in [String]() }
    // All words at once, until the rarest one ends.
    var length: UInt32 = 64
    while true {
      for index in walks.indices {
        if let server {
          let next = try persons(at: walks[index], length, on: server)
          found[index] += next
          walks[index].number += length
          if next.count == length { continue }
        } else if let person = try person(at: codes.label(of: walks[index])) {
          found[index].append(person)
          walks[index].number += 1
          continue
        }
        return try persons(found[index], with: walks.map(\.word))
      }
      length = min(1_024, length * 2)
    }
  }

  /// The persons of a posting and of those that follow it, up to the first that is missing.
  private func persons(
    at first: NameCodes.Posting, _ length: UInt32, on server: KeyServer
  ) throws(VaultFailure) -> [String] {
    var labels: [[UInt8]] = []
    for number in first.number..<first.number + length {
      labels.append(try codes.label(of: .init(word: first.word, number: number)))
    }
    let known = try server.persons(at: labels)
    return labels.lazy.map { known[$0] }.prefix { $0 != nil }.compactMap(\.self)
  }

  /// Those of some persons who have all of these words.
  private func persons(
    _ persons: [String], with words: [NameCodes.Word]
  ) throws(VaultFailure) -> [String] {
    let lists = try server?.postings(of: persons)
    var found: [String] = []
    for person in persons {
      let postings =
        if let lists {
          try lists[person].map { (sealed) throws(VaultFailure) in
            try codes.open(sealed, of: person)
          } ?? []
        } else { try postings(of: person) }
      if Set(postings.map(\.word)).isSuperset(of: words) { found.append(person) }
    }
    return found
  }

  private func person(at label: [UInt8]) throws(VaultFailure) -> String? {
    try byLabel.bind(label, at: 1)
    guard try byLabel.step() else { return nil }
    defer { byLabel.reset() }
    return byLabel.text(0)
  }

  private func postings(of person: String) throws(VaultFailure) -> [NameCodes.Posting] {
    try byPerson.bind(person, at: 1)
    guard try byPerson.step() else { return [] }
    defer { byPerson.reset() }
    return try codes.open(byPerson.bytes(0), of: person)
  }

  /// How many persons have a word.
  ///
  /// Cost: about 2 log₂ of it in look-ups.
  private func count(of word: NameCodes.Word) throws(VaultFailure) -> UInt32 {
    func exists(_ number: UInt32) throws(VaultFailure) -> Bool {
      try person(at: codes.label(of: .init(word: word, number: number))) != nil
    }
    var (low, high): (UInt32, UInt32) = (0, 1)
    while try exists(high - 1) { (low, high) = (high, high * 2) }
    // `low` postings are there, `high` are not.
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try exists(middle - 1) { low = middle } else { high = middle }
    }
    return low
  }

  // MARK: Changing

  /// Gives a person exactly these words; none removes them.
  func replace(_ person: String, with words: Set<String>) throws(VaultFailure) {
    try remove(person)
    if words.isEmpty { return }
    var postings: [NameCodes.Posting] = []
    for word in words {
      let code = try codes.code(of: word)
      let posting = NameCodes.Posting(word: code, number: try count(of: code))
      try insert(posting, of: person)
      postings.append(posting)
    }
    try list(postings, of: person)
  }

  /// Removes a person: the last posting of each word takes the number of theirs.
  func remove(_ person: String) throws(VaultFailure) {
    for posting in try postings(of: person) {
      let last = NameCodes.Posting(
        word: posting.word, number: try count(of: posting.word) &- 1)
      let label = try codes.label(of: last)
      guard let moved = try self.person(at: label), last.number >= posting.number else {
        throw .damaged("the index of names")
      }
      if last.number > posting.number {
        try move.bind(moved, at: 1)
        try move.bind(codes.label(of: posting), at: 2)
        try move.run()
        let others = try postings(of: moved)
        guard others.contains(last) else { throw .damaged("the index of names") }
        try list(others.map { $0 == last ? posting : $0 }, of: moved)
      }
      try deletion.bind(label, at: 1)
      try deletion.run()
    }
    try unlisting.bind(person, at: 1)
    try unlisting.run()
  }

  func insert(_ posting: NameCodes.Posting, of person: String) throws(VaultFailure) {
    try insert(label: codes.label(of: posting), of: person)
  }

  func insert(label: [UInt8], of person: String) throws(VaultFailure) {
    try insertion.bind(label, at: 1)
    try insertion.bind(person, at: 2)
    try insertion.run()
  }

  func list(_ postings: [NameCodes.Posting], of person: String) throws(VaultFailure) {
    let sealed = try codes.seal(postings, of: person)
    try listing.bind(person, at: 1)
    try listing.bind(sealed, at: 2)
    try listing.run()
  }
}
