/// The id of a client of the Caisse des Dépôts: 8 characters.
public struct DepositorClientID: Hashable, Sendable {
  public let text: String

  /// - Throws: ``InvalidValue/characters(from:to:)`` unless it is 8 characters, none a control
  ///   character.
  public init(_ text: String) throws(InvalidValue) {
    self.text = try text.printable(8...8)
  }
}

/// The id of a contract with the Caisse des Dépôts: 1 to 20 characters.
public struct DepositorContractID: Hashable, Sendable {
  public let text: String

  /// - Throws: ``InvalidValue/characters(from:to:)`` unless it is 1 to 20 characters, none a control
  ///   character.
  public init(_ text: String) throws(InvalidValue) {
    self.text = try text.printable(1...20)
  }
}

extension String {
  fileprivate func printable(_ counts: ClosedRange<Int>) throws(InvalidValue) -> String {
    guard counts.contains(unicodeScalars.count),
      unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw .characters(from: counts.lowerBound, to: counts.upperBound) }
    return self
  }
}
