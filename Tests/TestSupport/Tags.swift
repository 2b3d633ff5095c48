package import Testing

extension Tag {
  /// A law that holds for every input, tried on seeded random ones.
  @Tag package static var property: Self
}
