/// The ids that the Caisse des Dépôts gave to a certifying body, which its flows carry.
public struct Depositor: Hashable, Sendable {
  public let clientID: DepositorClientID
  public let contractID: DepositorContractID

  public init(clientID: DepositorClientID, contractID: DepositorContractID) {
    self.clientID = clientID
    self.contractID = contractID
  }
}

extension Depositor: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    clientID = try fields.required("clientId")
    contractID = try fields.required("contractId")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("clientId", clientID)
    writer.member("contractId", contractID)
  }
}
