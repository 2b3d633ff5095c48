public import Events

/// Why the vault could not do what it was asked. No case holds anything of a person.
public enum VaultFailure: Error, Equatable, Sendable {
  /// A file beside the ledger that is its owner's alone.
  public enum File: String, Sendable {
    /// The keys of the persons, wrapped.
    case vault
    /// The key they are wrapped under.
    case master
    /// The key that signs the log's checkpoints.
    case signing
    /// The checkpoints that were signed.
    case signed
  }

  // The files.
  /// There is no vault, though there may be a master key.
  case missing
  /// There is a vault without its master key.
  case masterKeyMissing
  /// The file of the master key holds something else.
  case notAMasterKey
  /// The master key is another vault's.
  case wrongMasterKey
  /// The file of the master key is a link: the key it leads to would stay where it is.
  case masterKeyLinked
  /// The journal beside the vault is another vault's, or of another state of this one.
  case foreignJournal
  /// The vault is bound to another ledger.
  case anotherLedgers
  /// The vault is older than the log, or another one's: it lacks the tombstones of so many persons whom
  /// the log has erased, and so many keys that texts of the log are sealed under.
  case behind(erasures: Int, keys: Int)
  /// The log could not be read, to be held against the vault, for this reason.
  case uncompared(String)
  /// A vault or a master key lies here already.
  case alreadyThere
  /// Others than its owner may read or write the file.
  case openToOthers(File)
  /// What is there is no vault.
  case notAVault
  /// The file's format is newer than this program's.
  case newerFormat(found: Int, known: Int)
  /// Another process wrote for longer than one waits, so many seconds.
  case busy(seconds: Int)
  /// The vault, its key or their folder may not even be read.
  case notReadable
  /// The vault, or its folder, may only be read.
  case readOnly
  /// No space is left on the device.
  case full
  /// The vault is damaged, in this way.
  case damaged(String)
  /// The wrapped key of this id was altered: it opens no more.
  case altered(key: String)
  /// The system refused, with this code and message.
  case system(code: Int, String)
  /// The system's libcrypto lacks this.
  case unavailable(String)

  // The texts.
  /// The key was destroyed, or never was in this vault: nothing opens the text.
  case keyGone
  /// The person was erased on this day: no key is made for them again, nothing is sealed.
  case erased(on: CalendarDate)
  /// The text was altered, or sealed for another field, person or event.
  case notAuthentic
  /// What was sealed is not what the reader expects.
  case unreadable(ReadingFailure)
}

extension VaultFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "there is no vault beside the ledger (its .vault file)"
    case .masterKeyMissing:
      "the vault's master key is not beside the ledger (its .master file); put it back"
    case .notAMasterKey: "the .master file is not a master key: one line of 64 hexadecimal digits"
    case .wrongMasterKey: "the .master file is the key of another vault"
    case .masterKeyLinked:
      "the .master file is a link, or has a second name, and the old key would stay there: put the file "
        + "itself beside the ledger, and run it again"
    case .foreignJournal:
      "the journal beside the vault (.vault-journal) is another vault's, or of another state of this one; "
        + "nothing was changed: keep copies of both, and put back the vault or the journal that belongs here"
    case .anotherLedgers:
      "the .vault file is bound to another ledger; put this ledger's own vault back"
    case .behind(let erasures, let keys):
      "this vault is not the ledger's, or is older than its log (erased persons without tombstone: "
        + "\(erasures); keys of sealed texts that are missing: \(keys)); nothing is sealed, named or erased "
        + "for those persons: put the right vault back, or run `acquis erase` again for who was erased"
    case .uncompared(let reason): "the log cannot be held against the vault: \(reason)"
    case .alreadyThere: "there is already a vault or a master key here; nothing was changed"
    case .openToOthers(let file):
      "the .\(file.rawValue) file is open to others than its owner; run chmod 600 on it"
    case .notAVault: "the .vault file is not a vault"
    case .newerFormat(let found, let known):
      "the vault's format is \(found), newer than this program's (\(known)); use a newer acquis"
    case .busy(let seconds):
      "another process has been using the vault for \(seconds) s; try again"
    case .notReadable: "this user may not read the vault, its master key or their folder"
    case .readOnly: "the vault or its folder may only be read by this user"
    case .full: "no space left on the device for the vault"
    case .damaged(let detail): "the vault is damaged: \(detail)"
    case .altered(let key): "the vault is damaged: the wrapped key \(key) was altered"
    case .system(let code, let message): "the system refused the vault (\(code)): \(message)"
    case .unavailable(let what): "the system's libcrypto does not provide \(what)"
    case .keyGone: "the key of this text is gone; nothing opens it any more"
    case .erased(let day):
      "the person was erased on \(day): nothing about them can be sealed any more"
    case .notAuthentic:
      "the sealed text was altered, or belongs to another field, person or event"
    case .unreadable(let failure): "what was sealed cannot be read: \(failure)"
    }
  }
}
