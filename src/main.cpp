#include "app/commands.hpp"

#include <iostream>

int main(int argument_count, char** arguments)
{
    return toguna::app::run_command_line(argument_count, arguments, std::cout, std::cerr);
}
