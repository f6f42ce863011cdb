#pragma once
/// The pages of the house itself: « Accueil », « À propos », one-click sign-in of the demonstration, everything out.

#include "web/feature.hpp"

namespace toguna::app {

web::Feature feature();

} // namespace toguna::app
