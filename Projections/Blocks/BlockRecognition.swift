package import Events

/// A recognition of a prior validation, and its revocation if any.
package struct BlockRecognition: Sendable {
  package let block: BlockCode
  package let source: ValidationSource
  package let moment: Moment
  /// The revocation; nil while the recognition is in force.
  package internal(set) var revoked: Moment?
}
