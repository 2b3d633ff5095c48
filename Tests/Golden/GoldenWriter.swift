internal import Catalogue
internal import EventSamples
internal import Glibc

/// Writes the golden files that are missing, and prints their names. Names each file that holds other
/// bytes, leaves it as it is, and exits with status 1.
@main struct GoldenWriter {
  static func main() throws {
    var isEveryFileRight = true
    let catalogue = GoldenLine.catalogue(try BuiltInCatalogue.events())
    for (folder, lines) in [
      (GoldenFolder.events, try GoldenLine.events()), (.catalogue, catalogue),
    ] {
      for line in lines {
        do {
          if try folder.writeOnce(line.encoded(), to: line.name) { print(line.name) }
        } catch {
          print("\(line.name) is not written: it holds other bytes, or the system refused")
          isEveryFileRight = false
        }
      }
    }
    exit(isEveryFileRight ? 0 : 1)
  }
}
