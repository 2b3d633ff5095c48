internal import CanonicalJSON
public import Events

/// An event as a store hands it out: the very bytes that were hashed, and where they stand.
///
/// Lent for the time of a closure: the bytes are the store's and change under it afterwards.
public struct StoredEvent {
  /// Its place in the log.
  public let position: Position
  /// Its type, as the store knows it beside the bytes.
  public let type: EventType
  /// The canonical bytes.
  public let bytes: UnsafeRawBufferPointer

  public init(position: Position, type: EventType, bytes: UnsafeRawBufferPointer) {
    self.position = position
    self.type = type
    self.bytes = bytes
  }

  /// The event these bytes tell.
  ///
  /// - Throws: ``LogFailure/unreadable(_:_:)``.
  public func envelope() throws(LogFailure) -> Envelope {
    do throws(ReadingFailure) {
      return try Envelope(position: position, canonical: bytes, type: type)
    } catch {
      throw .unreadable(position, error)
    }
  }
}
