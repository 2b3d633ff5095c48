internal import Events
internal import Spelling

/// The number under which a national register has a certification: `RNCP3474`, `rncp 3474`, `3474`.
enum CertificationNumber {
  /// The only certification with the number that a text is; nil for another text.
  static func match(
    _ text: String, among frameworks: [KnownFrameworks.Framework]
  ) -> CertificationCode? {
    guard let typed = parts(text) else { return nil }
    let found = frameworks.filter { framework in
      guard let own = parts(framework.certification.text), own.digits == typed.digits else {
        return false
      }
      return own.register == typed.register || own.register.isEmpty || typed.register.isEmpty
    }
    return found.count == 1 ? found.first?.certification : nil
  }

  private static func parts(_ text: String) -> (register: String, digits: String)? {
    guard text.utf8.count <= 20 else { return nil }
    let joined = FoldedName(text).joined
    let register = String(joined.prefix { !$0.isNumber })
    let digits = String(joined.dropFirst(register.count).drop { $0 == "0" })
    guard ["", "rncp", "rs"].contains(register), 3...5 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return (register, digits)
  }
}
