internal import Cryptography
internal import Events

/// The keys of an index of names at work: codes of words, labels of postings, and each person's sealed list
/// of postings.
struct NameCodes: ~Copyable {
  /// The code of a word: 16 bytes of its HMAC.
  struct Word: Hashable {
    let bytes: [UInt8]
  }

  /// One person's entry under a word. The numbers of a word's postings are 0, 1, 2 … without a gap.
  struct Posting: Hashable {
    let word: Word
    var number: UInt32
  }

  static var length: Int { 16 }

  private let keys: SecretBytes
  private let codeKey: SecretBytes
  private let listKey: SecretBytes
  private let hmac: HMACSHA256
  private let cipher: AES256GCM

  /// - Parameter keys: 64 bytes: the key of codes, then the one of lists.
  init(_ keys: consuming SecretBytes) throws(VaultFailure) {
    guard keys.count == 64 else { throw .damaged("the keys of the index of names") }
    let hmac = try mapErrors { () throws(CryptographyFailure) in try HMACSHA256() }
    let cipher = try mapErrors { () throws(CryptographyFailure) in try AES256GCM() }
    codeKey = keys.part(0..<32)
    listKey = keys.part(32..<64)
    self.keys = keys
    self.hmac = hmac
    self.cipher = cipher
  }

  /// New random keys.
  init() throws(VaultFailure) {
    try self.init(
      try mapErrors { () throws(CryptographyFailure) in try SecretBytes(randomCount: 64) })
  }

  /// Another one with the same keys.
  func copy() throws(VaultFailure) -> NameCodes { try NameCodes(keys.part(0..<keys.count)) }

  /// The keys, sealed by the master key.
  func wrapped(by wrapper: borrowing KeyWrapper) throws(VaultFailure) -> KeyStore.Wrapped {
    try wrapper.wrap(nameKeys: keys)
  }

  /// The code of a folded word.
  ///
  /// Cost: one HMAC, about a microsecond, as for ``label(of:)``.
  func code(of word: String) throws(VaultFailure) -> Word {
    Word(bytes: try code([0] + Array(word.utf8)))
  }

  /// The label of a posting, 16 bytes: no two postings have the same, and without the key two labels of one
  /// word have nothing in common.
  func label(of posting: Posting) throws(VaultFailure) -> [UInt8] {
    let number = (0..<4).map { UInt8(truncatingIfNeeded: posting.number >> ($0 * 8)) }
    return try code([1] + posting.word.bytes + number)
  }

  private func code(_ message: [UInt8]) throws(VaultFailure) -> [UInt8] {
    try mapErrors { () throws(CryptographyFailure) in
      let code = try hmac.code(of: message, under: codeKey)
      return unsafe code.withBytes { unsafe Array($0.prefix(Self.length)) }
    }
  }

  /// A person's postings, sealed: nonce, then text.
  func seal(_ postings: [Posting], of person: String) throws(VaultFailure) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(postings.count * (Self.length + 4))
    for posting in postings {
      text += posting.word.bytes
      for shift in 0..<4 { text.append(UInt8(truncatingIfNeeded: posting.number >> (shift * 8))) }
    }
    return try mapErrors { () throws(CryptographyFailure) in
      let nonce = try randomBytes(AES256GCM.nonceLength)
      return nonce
        + (try cipher.seal(
          text, under: listKey, nonce: nonce, associatedData: Array(person.utf8)))
    }
  }

  /// The reverse of ``seal(_:of:)``.
  ///
  /// - Throws: ``VaultFailure/notAuthentic`` if it was altered, or is another person's.
  func open(_ sealed: [UInt8], of person: String) throws(VaultFailure) -> [Posting] {
    guard sealed.count > AES256GCM.nonceLength else { throw .notAuthentic }
    let text = try mapErrors { () throws(CryptographyFailure) in
      try cipher.open(
        Array(sealed.dropFirst(AES256GCM.nonceLength)), under: listKey,
        nonce: Array(sealed.prefix(AES256GCM.nonceLength)), associatedData: Array(person.utf8))
    }
    let size = Self.length + 4
    return stride(from: 0, to: text.count - size + 1, by: size).map { start in
      let number = (0..<4).reduce(UInt32(0)) { number, byte in
        number | UInt32(text[start + Self.length + byte]) << (byte * 8)
      }
      return Posting(
        word: Word(bytes: Array(text[start..<start + Self.length])), number: number)
    }
  }
}
