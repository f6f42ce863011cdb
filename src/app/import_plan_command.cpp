#include "app/commands.hpp"
namespace toguna::app {
Result<void> import_action_plan(Surroundings const&, PlanImportOrder const&) { return fail(ErrorKind::Internal, {}); }
}
