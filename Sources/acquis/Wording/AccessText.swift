public import Access
public import AcquisLedger
internal import Events

extension AccessFailure: TextConvertible {}

extension AccessGrant.State: TextConvertible {}

extension Role: TextConvertible {
  /// The heading of their list.
  static var title: Text { Text("Rôles d’un droit d’accès", "Roles of an access grant") }

  /// Each with what it may do; in French one word without blanks that may be typed.
  static var explained: [ClosedList.Word] {
    allCases.map { role in
      let typed = role.text.french.split(separator: " ").joined(separator: "-").lowercased()
      return ClosedList.Word(
        value: role.rawValue, shown: Text(typed, role.rawValue), explanation: role.explanation)
    }
  }
}

extension AccessRequest.Refusal {
  /// The failure, with the option that it is about.
  var failure: Failure {
    switch self {
    case .namesForAuditor: .usage(text.at("--names"))
    case .waiverWithoutAdministrator: .usage(text.at("--may-waive"))
    case .past: .usage(text.at("--until"))
    }
  }
}
