package import Events

/// A recognition of a prior validation, and its revocation if any.
package struct BlockRecognition: Sendable {
  package let block: BlockCode
  package let basis: RecognitionBasis
  package let source: ValidationSource
  /// The first validation it comes from, as it stood when it was recognised.
  package let origin: ValidationOrigin
  package let moment: Moment
  /// The revocation; nil while the recognition is in force.
  package internal(set) var revoked: Moment?
}
