/// One activity of a domain of the certification 3474, its competencies as labels in our own words.
struct SocialSupportActivity {
  /// The activity's number in the document, 1 to 24.
  let number: Int
  /// Its title, as the document spells it (without "Activité n :").
  let title: String
  /// Its competencies, in the document's order.
  let competencies: [String]
}

/// The 24 activities of 3474, by domain.
enum SocialSupportActivities {}
