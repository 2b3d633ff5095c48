/// The 14 digits that identify an establishment of a French organisation.
public struct SIRET: Hashable, Sendable {
  public let text: String

  /// - Throws: ``InvalidValue/siret`` unless the text is 14 digits. The check digit is not
  ///   verified: registers contain exceptions.
  public init(_ text: String) throws(InvalidValue) {
    guard text.utf8.count == 14, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { throw .siret }
    self.text = text
  }
}
