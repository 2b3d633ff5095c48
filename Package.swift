// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // A fold called across modules is many times slower without it.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A module in `Sources`.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A module's tests, in `Tests`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "acquis",
  products: [.executable(name: "acquis", targets: ["acquis"])],
  targets: [
    // What happened, and what follows from it.
    .target(name: "Events", path: "Events", swiftSettings: settings),
    .target(
      name: "Projections", dependencies: ["Events"], path: "Projections", swiftSettings: settings),

    // System libraries.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CTime"),
    module("Cryptography", ["CCrypto"]),
    module("SQLite", ["CSQLite"]),

    // Bytes, trees, logs, keys.
    module("CanonicalJSON", ["Events"]),
    module("Merkle", ["Cryptography"]),
    module("Transparency", ["Cryptography", "Merkle"]),
    module("EventLog", ["Events", "CanonicalJSON", "Cryptography", "Merkle"]),
    module(
      "SQLiteLog", ["Events", "CanonicalJSON", "Cryptography", "Merkle", "EventLog", "SQLite"]),
    module(
      "Exchange",
      ["Events", "CanonicalJSON", "Cryptography", "Merkle", "Transparency", "EventLog"]),
    module("Vault", ["Events", "CanonicalJSON", "Cryptography", "SQLite"]),

    module(
      "Auditing",
      ["Events", "Cryptography", "Merkle", "Transparency", "EventLog", "Vault"]),

    // What may be recorded.
    module("Decisions", ["Events", "Projections"]),

    // The program.
    module("Catalogue", ["Events"]),
    module("Demonstration", ["Events", "CanonicalJSON", "Catalogue"]),
    module("Answers", ["Events", "Projections", "CanonicalJSON"]),
    module(
      "Recording",
      [
        "Events", "Projections", "Decisions", "CanonicalJSON", "Cryptography", "Merkle", "EventLog",
        "Vault", "Answers",
      ]),
    module(
      "Benchmarks",
      [
        "CSQLite", "Events", "Projections", "CanonicalJSON", "EventLog", "SQLiteLog", "Vault",
        "Recording",
      ]),
    .executableTarget(
      name: "acquis",
      dependencies: [
        "Events", "Projections", "Decisions", "CanonicalJSON", "Cryptography", "Merkle",
        "Transparency", "EventLog", "SQLite", "SQLiteLog", "Vault", "Auditing", "Exchange",
        "Catalogue", "Demonstration", "Answers", "Recording", "Benchmarks", "CTime",
      ], swiftSettings: settings),

    // Tests.
    .target(
      name: "EventSamples", dependencies: ["Events"], path: "Tests/EventsTests/Samples",
      swiftSettings: settings),
    tests("EventsTests", ["Events", "EventSamples"], exclude: ["Samples"]),
    tests("CanonicalJSONTests", ["Events", "CanonicalJSON", "EventSamples"], exclude: ["Golden"]),
    tests("CryptographyTests", ["Cryptography"]),
    tests("MerkleTests", ["Cryptography", "Merkle"]),
    tests("TransparencyTests", ["Cryptography", "Merkle", "Transparency"]),
    tests(
      "CatalogueTests", ["Events", "CanonicalJSON", "Catalogue", "EventSamples"],
      exclude: ["Golden"]),
    .target(
      name: "EventLogLaws",
      dependencies: ["Events", "CanonicalJSON", "Cryptography", "Merkle", "EventLog"],
      path: "Tests/EventLogLaws", swiftSettings: settings),
    tests("EventLogTests", ["Events", "EventLog", "EventLogLaws"]),
    tests(
      "ExchangeTests",
      [
        "Events", "CanonicalJSON", "Cryptography", "Transparency", "EventLog", "EventLogLaws",
        "Exchange",
      ]),
    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: settings),
    tests("SQLiteTests", ["SQLite", "TestFolders"]),
    tests(
      "SQLiteLogTests",
      ["Events", "EventLog", "EventLogLaws", "SQLite", "SQLiteLog", "TestFolders"]),
    .target(
      name: "NaiveModel", dependencies: ["Events", "Projections", "Catalogue"],
      path: "Tests/NaiveModel", swiftSettings: settings),
    tests(
      "DecisionsTests",
      ["Events", "Decisions", "CanonicalJSON", "EventLog", "Recording", "NaiveModel"]),
    tests("NaiveModelTests", ["Events", "NaiveModel"]),
    tests("ProjectionsTests", ["Events", "Projections", "Catalogue", "NaiveModel"]),
    tests(
      "FuzzTests",
      [
        "Events", "CanonicalJSON", "Cryptography", "EventSamples", "Merkle", "Recording",
        "Transparency",
      ]),
    tests(
      "AuditingTests",
      [
        "Events", "CanonicalJSON", "Cryptography", "Merkle", "Transparency", "EventLog",
        "EventLogLaws", "Auditing",
      ]),
    tests("VaultTests", ["Events", "CanonicalJSON", "Cryptography", "SQLite", "Vault"]),
    tests("AcquisTests", ["acquis", "Decisions", "Events", "Projections"]),
    tests(
      "RecordingTests",
      [
        "Events", "Projections", "Decisions", "CanonicalJSON", "Cryptography", "Merkle", "EventLog",
        "SQLiteLog", "Vault", "Catalogue", "Demonstration", "Recording",
      ]),
  ]
)
