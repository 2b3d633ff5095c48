internal import Catalogue
internal import EventSamples

/// Writes the golden files that are missing, and prints their names. Fails at a file whose bytes would be
/// other ones, and leaves it as it is.
@main struct GoldenWriter {
  static func main() throws {
    let catalogue = GoldenLine.catalogue(try BuiltInCatalogue.events())
    for (folder, lines) in [
      (GoldenFolder.events, try GoldenLine.events()), (.catalogue, catalogue),
    ] {
      for line in lines where try folder.writeOnce(line.encoded(), to: line.name) {
        print(line.name)
      }
    }
  }
}
