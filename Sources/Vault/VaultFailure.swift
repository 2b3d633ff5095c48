public import Events

/// Why the vault could not do what it was asked. No case holds anything of a person.
public enum VaultFailure: Error, Equatable, Sendable {
  /// A file beside the ledger that is its owner's alone.
  public enum File: String, Sendable {
    /// The keys of the persons, wrapped.
    case vault
    /// The key they are wrapped under.
    case master
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
  case uncompared(Text)
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
