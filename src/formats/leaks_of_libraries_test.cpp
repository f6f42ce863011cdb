/// What the leak sanitizer must not blame us for.

/// fontconfig keeps its configuration until the process ends; libxlsxwriter 1.1.4 forgets the formula of each drop-down (some 20 bytes).
extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:lxw_strdup\n"; }
