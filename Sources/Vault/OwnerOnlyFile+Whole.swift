package import Cryptography
internal import Glibc

extension OwnerOnlyFile {
  /// Makes the file, name and all on the disk when this answers: whole, or not at all.
  ///
  /// - Throws: ``VaultFailure/alreadyThere``, and the system's failures; nothing is left then, or the
  ///   whole file where only its name could not be made to last.
  package func createWhole(_ contents: borrowing SecretBytes) throws(VaultFailure) {
    let draft = try drafted(contents)
    defer { draft.remove() }
    guard link(draft.path, path) == 0 else { throw .of(errno: errno) }
    try syncFolder()
  }

  /// Puts other contents in the file's place, on the disk when this answers: at every moment there are
  /// either the old ones or the new.
  ///
  /// - Throws: the system's failures; the old contents are left then, or the new where only the name
  ///   could not be made to last.
  package func replace(with contents: borrowing SecretBytes) throws(VaultFailure) {
    let draft = try drafted(contents)
    guard rename(draft.path, path) == 0 else {
      let failure = VaultFailure.of(errno: errno)
      draft.remove()
      throw failure
    }
    try syncFolder()
  }

  private func drafted(_ contents: borrowing SecretBytes) throws(VaultFailure) -> OwnerOnlyFile {
    let draft = OwnerOnlyFile(path: "\(path).new-\(getpid())")
    draft.remove()
    try draft.create(contents)
    return draft
  }

  /// Runs a step while no other process runs one under the same file's lock.
  package func locked<Value>(_ step: () throws -> Value) throws -> Value {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw VaultFailure.of(errno: errno) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw VaultFailure.of(errno: errno) }
    }
    return try step()
  }
}
