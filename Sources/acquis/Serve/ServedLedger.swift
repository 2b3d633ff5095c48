internal import AcquisLedger
internal import Vault

/// What the command of a request has instead of options, files and settings of its own.
struct ServedLedger: Sendable {
  /// The ledger, which neither signs nor reports on a terminal.
  let ledger: Ledger
  /// The most elements of a page of a list; one more is asked for, so that its end is known. Nil: no page.
  var pageLength: Int?
  /// Whether a document is answered as PDF, not as HTML.
  var isPDF = false
  /// The vault, where the page has it open already.
  var vault: Vault?
  /// Where a list is kept as cells instead of being printed.
  var table: KeptTable?
  /// How many elements a list has that begins with the latest; nil: the whole list, in its own order.
  var latest: Int?
  /// Called now and then with how far a long command is.
  var progress: (@Sendable (Int) -> Void)?
}
