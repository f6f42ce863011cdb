-- « Where was it carried to? » is asked of every open action.
CREATE INDEX actions_action_carried_from ON actions_action (carried_from);
