{
  # node-gyp's build of the addon. CMakeLists.txt is the other build; both read native/sources.txt and native/flags.txt.
  "variables": {
    "sanitize%": "",  # KOLMO_SANITIZE=address npm run build:addon
  },
  "target_defaults": {
    "default_configuration": "Release",
    # node-gyp's own defaults (-O3, -fno-strict-aliasing …) come first, so that ours win.
    "cflags_c": ["<!@(node scripts/list.mjs native/flags.txt)", "-fPIC"],
    "cflags_cc": ["-std=c++17", "-fexceptions", "-fvisibility=hidden", "-Wall", "-Wextra"],
    "cflags_cc!": ["-fno-exceptions"],
    "include_dirs": ["native/include", "native"],
    "xcode_settings": {
      "OTHER_CFLAGS": ["-ffp-contract=off", "-fno-math-errno", "-fvisibility=hidden"],
      "GCC_OPTIMIZATION_LEVEL": "3",
      "GCC_ENABLE_CPP_EXCEPTIONS": "YES",
      "CLANG_CXX_LANGUAGE_STANDARD": "c++17",
      "MACOSX_DEPLOYMENT_TARGET": "11.0",
    },
    # clang-cl, for the core is written in the C of gcc and clang. Untested.
    "msbuild_toolset": "ClangCL",
    "msvs_settings": {
      "VCCLCompilerTool": {
        "ExceptionHandling": 1,
        "AdditionalOptions": ["/clang:-O3", "/clang:-ffp-contract=off", "/clang:-fno-math-errno"],
      },
    },
    "conditions": [
      # The C++ library is linked in: that of an older system may lack what the compiler here takes for granted.
      ["OS=='linux'", {"ldflags": ["-static-libstdc++", "-Wl,--exclude-libs,ALL", "-Wl,--gc-sections"]}],
      ["sanitize!=''", {
        "cflags": ["-fsanitize=<(sanitize)", "-fno-omit-frame-pointer", "-g"],
        "ldflags": ["-fsanitize=<(sanitize)"],
      }],
    ],
  },
  "targets": [
    {
      "target_name": "core",
      "type": "static_library",
      "sources": ["<!@(node scripts/list.mjs native/sources.txt)", "<!@(node scripts/list.mjs native/profile.txt)"],
    },
    {
      "target_name": "kolmo",
      "dependencies": ["core"],
      "sources": ["native/addon/addon.cc", "native/addon/coder.cc", "native/addon/engine.cc",
                  "native/addon/environment.cc", "native/addon/inspect.cc", "native/addon/pool.cc",
                  "native/addon/profile.cc"],
      "include_dirs": ["<!(node -p \"require('node-addon-api').include_dir\")"],
      "defines": ["NAPI_VERSION=8", "NODE_ADDON_API_CPP_EXCEPTIONS"],
    },
  ],
}
