#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU in its headers, where it would clash with Foundation's own ICU.
// Nothing that we call has a type of it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
