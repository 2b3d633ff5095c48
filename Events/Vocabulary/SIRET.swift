/// The 14 digits that identify an establishment of a French organisation.
public struct SIRET: Hashable, Sendable {
  /// The digits.
  public let text: String

  /// - Throws: ``InvalidValue/siret`` but for 14 digits. The check digit is not verified: registers
  ///   hold exceptions.
  public init(_ text: String) throws(InvalidValue) {
    guard text.utf8.count == 14, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { throw .siret }
    self.text = text
  }
}
