internal import CCrypto

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) with one reusable context.
///
/// A sealed text is the ciphertext followed by its 16-byte tag. The caller chooses the nonce and
/// must never use one twice with the same key: that reveals both texts. The context keeps the last
/// key until the next one or its deinitialisation, when libcrypto wipes it. Not thread-safe: each
/// thread needs an instance of its own.
@safe public struct AES256GCM: ~Copyable {
  /// In bytes.
  public static var keyLength: Int { 32 }
  /// In bytes.
  public static var nonceLength: Int { 12 }
  /// In bytes: a sealed text is this much longer than its plaintext.
  public static var tagLength: Int { 16 }

  private let context: OpaquePointer

  /// Looked up at first use and kept; libcrypto's algorithms are immutable and safe to share.
  private nonisolated(unsafe) static let algorithm = unsafe EVP_CIPHER_fetch(
    nil, "AES-256-GCM", nil)

  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public init() throws(CryptographyFailure) {
    guard unsafe Self.algorithm != nil, let context = unsafe EVP_CIPHER_CTX_new() else {
      throw .unavailable("AES-256-GCM")
    }
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_CIPHER_CTX_free(context) }

  private enum Direction: Int32 {
    case opening = 0
    case sealing = 1
  }

  private func start(
    _ direction: Direction, _ key: borrowing SecretBytes, _ nonce: [UInt8],
    _ associatedData: [UInt8]
  ) throws(CryptographyFailure) {
    guard key.count == Self.keyLength else { throw .wrongLength(expected: Self.keyLength) }
    guard nonce.count == Self.nonceLength else { throw .wrongLength(expected: Self.nonceLength) }
    let isStarted = unsafe key.withBytes { key in
      unsafe EVP_CipherInit_ex2(
        context, Self.algorithm, key.baseAddress?.assumingMemoryBound(to: UInt8.self), nonce,
        direction.rawValue, nil) == 1
    }
    var count: Int32 = 0
    guard isStarted,
      unsafe associatedData.isEmpty
        || EVP_CipherUpdate(context, nil, &count, associatedData, Int32(associatedData.count)) == 1
    else { throw .unavailable("AES-256-GCM") }
  }

  /// Encrypts or decrypts `input` into `output`, which is at least as long.
  private func update(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(CryptographyFailure) {
    guard unsafe !input.isEmpty else { return }
    var count: Int32 = 0
    guard
      unsafe EVP_CipherUpdate(
        context, output.baseAddress?.assumingMemoryBound(to: UInt8.self), &count,
        input.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(input.count)) == 1,
      count == input.count
    else { throw .unavailable("AES-256-GCM") }
  }
}

// MARK: Sealing

extension AES256GCM {
  /// Encrypts and authenticates a text.
  ///
  /// - Parameter associatedData: context that is authenticated with the text but not contained in
  ///   the result; opening needs the same bytes.
  /// - Returns: the ciphertext followed by the tag.
  /// - Throws: ``CryptographyFailure/wrongLength(expected:)`` for a key that is not 32 bytes or a
  ///   nonce that is not 12, and ``CryptographyFailure/unavailable(_:)``.
  public func seal(
    _ text: [UInt8], under key: borrowing SecretBytes, nonce: [UInt8], associatedData: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    try unsafe unsafeBytes(of: text) { (text) throws(CryptographyFailure) in
      try unsafe seal(text, under: key, nonce: nonce, associatedData: associatedData)
    }
  }

  /// Encrypts and authenticates a secret, as
  /// ``seal(_:under:nonce:associatedData:)-([UInt8],_,_,_)`` does a text.
  public func seal(
    _ secret: borrowing SecretBytes, under key: borrowing SecretBytes, nonce: [UInt8],
    associatedData: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    try unsafe secret.withBytes { (secret) throws(CryptographyFailure) in
      try unsafe seal(secret, under: key, nonce: nonce, associatedData: associatedData)
    }
  }

  private func seal(
    _ text: UnsafeRawBufferPointer, under key: borrowing SecretBytes, nonce: [UInt8],
    associatedData: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    try start(.sealing, key, nonce, associatedData)
    var sealed = [UInt8](repeating: 0, count: text.count + Self.tagLength)
    try unsafe unsafeMutableBytes(of: &sealed) { (sealed) throws(CryptographyFailure) in
      try unsafe update(text, into: sealed)
      let tag = unsafe UnsafeMutableRawBufferPointer(rebasing: sealed[text.count...])
      var count: Int32 = 0
      guard
        unsafe EVP_CipherFinal_ex(
          context, tag.baseAddress?.assumingMemoryBound(to: UInt8.self), &count)
          == 1,
        unsafe EVP_CIPHER_CTX_ctrl(
          context, EVP_CTRL_AEAD_GET_TAG, Int32(Self.tagLength), tag.baseAddress) == 1
      else { throw .unavailable("AES-256-GCM") }
    }
    return sealed
  }
}

// MARK: Opening

extension AES256GCM {
  /// Decrypts the result of ``seal(_:under:nonce:associatedData:)-([UInt8],_,_,_)``.
  ///
  /// - Throws: ``CryptographyFailure/notAuthentic`` if the key, the nonce, the associated data or
  ///   any bit of the text differs; no plaintext is returned then.
  ///   ``CryptographyFailure/wrongLength(expected:)`` and ``CryptographyFailure/unavailable(_:)``
  ///   as for sealing.
  public func open(
    _ sealed: [UInt8], under key: borrowing SecretBytes, nonce: [UInt8], associatedData: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    guard sealed.count >= Self.tagLength else { throw .notAuthentic }
    var text = [UInt8](repeating: 0, count: sealed.count - Self.tagLength)
    try unsafe unsafeMutableBytes(of: &text) { (text) throws(CryptographyFailure) in
      try unsafe open(sealed, under: key, nonce: nonce, associatedData: associatedData, into: text)
    }
    return text
  }

  /// Decrypts a sealed secret into memory that is wiped after use. Same errors as
  /// ``open(_:under:nonce:associatedData:)``.
  public func openSecret(
    _ sealed: [UInt8], under key: borrowing SecretBytes, nonce: [UInt8], associatedData: [UInt8]
  ) throws(CryptographyFailure) -> SecretBytes {
    let count = sealed.count - Self.tagLength
    guard count >= 0 else { throw .notAuthentic }
    return try unsafe SecretBytes(count: count) { (secret) throws(CryptographyFailure) in
      try unsafe open(
        sealed, under: key, nonce: nonce, associatedData: associatedData, into: secret)
    }
  }

  private func open(
    _ sealed: [UInt8], under key: borrowing SecretBytes, nonce: [UInt8], associatedData: [UInt8],
    into text: UnsafeMutableRawBufferPointer
  ) throws(CryptographyFailure) {
    try start(.opening, key, nonce, associatedData)
    try unsafe unsafeBytes(of: sealed) { (sealed) throws(CryptographyFailure) in
      try unsafe update(UnsafeRawBufferPointer(rebasing: sealed[..<text.count]), into: text)
    }
    var tag = Array(sealed[text.count...])
    // The final call writes nothing, but libcrypto requires an address.
    var rest: UInt8 = 0
    var count: Int32 = 0
    guard
      unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(Self.tagLength), &tag) == 1
    else { throw .unavailable("AES-256-GCM") }
    guard unsafe EVP_CipherFinal_ex(context, &rest, &count) == 1 else {
      unsafe OPENSSL_cleanse(text.baseAddress, text.count)
      ERR_clear_error()
      throw .notAuthentic
    }
  }
}
