"""The documents of a case (调解文书): what is there, what is missing, editing, printing."""
