public import AcquisLedger
public import Events
public import Projections

/// What a report shows about persons, opened with the vault, beside its figures.
public struct ReportNames: Sendable {
  /// The names of those whose window closes, family name first.
  public private(set) var persons: [CandidateID: String] = [:]
  /// The reasons of the entries with rules waived.
  public private(set) var reasons: [Position: String] = [:]
  /// How many holders of awards still to be declared have an identity that lacks the birth date, the sex or
  /// the place; nil where nothing is opened.
  public private(set) var incompleteIdentities: Int?

  /// Nothing: the report shows ids.
  public static let none = ReportNames()

  private init() {}

  /// Opens what a report shows; what cannot be opened is left out.
  ///
  /// Cost: an index read and a decryption for each person and each waiver.
  ///
  /// - Throws: ``LogFailure``; ``VaultFailure`` if the vault itself cannot be read.
  public init(of report: PeriodReport, _ texts: PersonalTexts) throws {
    guard texts.isOpening else { return }
    for window in report.closingWindows {
      persons[window.candidate] = try texts.identity(of: window.candidate).value?.listedName
    }
    for waiver in report.waivers {
      reasons[waiver.position] = try texts.text(at: waiver.position, "reason").value
    }
    incompleteIdentities = try report.declarations.holders.count { holder in
      try texts.identity(of: holder).value?.isIncomplete == true
    }
  }
}

extension Identity {
  /// `Le Goff Yann`, as in a list: the name used, then the first first name.
  fileprivate var listedName: String {
    "\((usageName ?? birthName).text) \(firstNames.elements.first?.text ?? "")"
  }
}
