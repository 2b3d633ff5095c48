/// An activity of a domain of 3474, with its competencies as short labels, not the document's
/// sentences.
struct SocialSupportActivity {
  /// The number in the document, 1 to 24.
  let number: Int
  /// As spelled in the document, without "Activité n :".
  let title: String
  /// In the document's order.
  let competencies: [String]
}

/// The 24 activities of 3474, by domain.
enum SocialSupportActivities {}
