package import Events

/// A prior validation recognised, and its revocation if any.
package struct BlockRecognition: Sendable {
  package let block: BlockCode
  package let source: ValidationSource
  package let moment: Moment
  package internal(set) var revoked: Moment?
}
